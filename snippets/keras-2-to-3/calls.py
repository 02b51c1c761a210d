import keras
import tensorflow as tf
import tf_keras

keras.config.disable_traceback_filtering()


def compare(what, action):
    print(what)
    for k in tf_keras, keras:
        try:
            result = action(k)
        except Exception as error:
            result = f"{type(error).__name__}: {str(error).split('. ')[0]}"
        print(f"  {k.__name__:8}  {result}")


def output_shape(k):
    dense = k.layers.Dense(4)
    dense(k.Input((3,)))
    return dense.output_shape


def inside_call(method, *args, **kwargs):
    def action(k):
        class Watch(k.layers.Layer):
            def call(self, x):
                getattr(self, method)(*args, **kwargs)
                return x

        watch = Watch()
        watch(tf.ones((6, 3)))
        return f"{len(watch.losses)} loss, {len(watch.metrics)} metric"

    return action


compare("tf.exp(Input)", lambda k: tf.exp(k.Input((3,))).shape)
compare("output_shape", output_shape)
compare("batch_input_shape",
        lambda k: k.layers.Dense(4, batch_input_shape=(6, 3)).name)
compare("dynamic", lambda k: k.layers.Dense(4, dynamic=True).name)
compare("add_metric", inside_call("add_metric", tf.ones(()), name="one"))
compare("add_loss", inside_call("add_loss", lambda: tf.ones(())))
