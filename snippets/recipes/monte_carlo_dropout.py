import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class MCDropout(keras.layers.Layer):
    """A dropout that also acts in inference, so that answers vary."""

    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 < rate < 1:
            raise ValueError(
                f"rate is {rate}; it must lie between 0 and 1, for at 0 all "
                "answers are the same"
            )
        self.rate = rate
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, x, training=None):
        return keras.random.dropout(x, self.rate, seed=self.generator)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"rate": self.rate, "seed": self.seed}
        return {**super().get_config(), **config}


def sampled(model, x, times=50):
    """Mean and deviation of so many answers of the model."""
    answers = [model.predict(x, verbose=0) for _ in range(times)]
    answers = ops.stack([ops.convert_to_tensor(each) for each in answers])
    mean, deviation = ops.mean(answers, axis=0), ops.std(answers, axis=0)
    return ops.convert_to_numpy(mean), ops.convert_to_numpy(deviation)
