import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class SelfAttention(keras.layers.MultiHeadAttention):
    def build(self, input_shape):
        super().build(input_shape, input_shape)

    def call(self, x, mask=None, training=None):
        return super().call(x, x, value_mask=mask, training=training)

    def compute_output_shape(self, input_shape):
        return input_shape

    def compute_output_spec(self, x, mask=None, training=None):
        return keras.KerasTensor(x.shape, dtype=self.compute_dtype)


x = keras.random.normal((6, 5, 8), seed=0)
layer = SelfAttention(num_heads=2, key_dim=4, dropout=0.1)
model = keras.Sequential([keras.Input((5, 8)), layer])
print(model(x).shape, len(layer.weights))

theirs = keras.layers.MultiHeadAttention(num_heads=2, key_dim=4)
theirs.build(x.shape, x.shape)
theirs.set_weights(layer.get_weights())
difference = ops.max(ops.abs(model(x) - theirs(x, x)))
print(f"{float(difference) < 1e-5 = }")
