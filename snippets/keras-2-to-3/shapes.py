import keras
import tensorflow as tf
import tf_keras


def seen_by(k):
    class See(k.layers.Layer):
        def build(self, input_shape):
            print(f"  build                 {type(input_shape).__name__}")
            super().build(input_shape)

        def call(self, x):
            print(f"  call                  {type(x.shape).__name__}")
            return x

        def compute_output_shape(self, input_shape):
            print(f"  compute_output_shape  {type(input_shape).__name__}")
            return input_shape

    k.Sequential([k.Input((3,)), See()])


for k in tf_keras, keras:
    print(f"{k.__name__} {k.__version__}")
    seen_by(k)
print(f"{tf.keras.layers.Layer is keras.layers.Layer = }")
