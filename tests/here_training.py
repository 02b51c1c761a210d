"""Trained on TensorFlow and in the page by test_here.py, which compares what both print."""
import keras
import numpy as np
from keras import layers


def models():
    i = keras.Input((8, 8, 2))
    yield "conv", keras.Sequential([
        i, layers.Conv2D(3, 3, padding="same", activation="relu"), layers.MaxPooling2D(), layers.Conv2D(4, 2), layers.BatchNormalization(),
        layers.AveragePooling2D(2), layers.Flatten(), layers.Dense(1)])
    yield "recurrent", keras.Sequential([keras.Input((6, 4)), layers.LSTM(5, return_sequences=True), layers.GRU(3), layers.Dense(1)])
    i = keras.Input((6, 4))
    x = layers.LayerNormalization()(i + layers.MultiHeadAttention(2, 4)(i, i))
    yield "attention", keras.Model(i, layers.Dense(1)(layers.GlobalAveragePooling1D()(layers.Dense(8, activation="gelu")(x))))
    yield "embedding", keras.Sequential([
        keras.Input((6,), dtype="int32"), layers.Embedding(9, 4, mask_zero=True), layers.Bidirectional(layers.LSTM(3)), layers.Dense(3, activation="softmax")])
    yield "dense", keras.Sequential([
        keras.Input((4,)), layers.Dense(8, activation="silu", kernel_regularizer="l2"), layers.ActivityRegularization(l2=0.1),
        layers.Dense(8, activation="elu", kernel_constraint="max_norm"), layers.Dense(1, activation="sigmoid")])


@keras.ops.custom_gradient
def halved(x):
    return x * 1.0, lambda *args, upstream=None: 0.5 * (args[0] if upstream is None else upstream)


class Halved(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], 1), name="kernel")

    def call(self, x):
        return halved(keras.ops.matmul(x, self.kernel)) + 0.0 * keras.ops.sign(self.kernel[0])


def losses(name, model, optimizer):
    draw = np.random.default_rng(0)
    model.set_weights([np.ones(w.shape, "float32") if "variance" in w.path else draw.normal(size=w.shape).astype(w.dtype) * 0.3 for w in model.weights])
    x = draw.integers(0, 9, (16, 6)) if name == "embedding" else draw.normal(size=(16, *model.input_shape[1:])).astype("float32")
    y = draw.integers(0, 3, (16,)) if name == "embedding" else (draw.normal(size=(16, 1)) > 0).astype("float32")
    model.compile(optimizer, {"embedding": "sparse_categorical_crossentropy", "dense": "binary_crossentropy"}.get(name, "mse"), metrics=["accuracy"])
    history = model.fit(x, y, epochs=4, batch_size=8, shuffle=False, verbose=0, validation_data=(x, y)).history
    last = model.train_on_batch(x, y, return_dict=True)["loss"]
    return [*history["loss"], history["val_loss"][-1], last, sum(np.abs(w).sum() for w in model.get_weights())]


for name, model in models():
    # TensorFlow hands an embedding's gradient to Adam as rows, and Adam then moves others than the whole gradient would.
    optimizer = keras.optimizers.SGD(0.1) if name == "embedding" else keras.optimizers.Adam(0.01)
    print(name, *[f"{value:.5f}" for value in losses(name, model, optimizer)])
for optimizer in "sgd", "rmsprop", "adamw", "adagrad", "nadam", "lion":
    print(optimizer, *[f"{value:.5f}" for value in losses("custom", keras.Sequential([keras.Input((4,)), Halved()]), optimizer)])
