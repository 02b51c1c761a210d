import keras


@keras.saving.register_keras_serializable(package="book")
class Classifier(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = keras.layers.Dense(1, activation="sigmoid")

    def call(self, x):
        mean = keras.ops.mean(x, axis=-1, keepdims=True)
        return self.score(x - mean)


keras.utils.set_random_seed(0)
x = keras.random.normal((64, 3), seed=0)
y = keras.ops.cast(x[:, :1] > x[:, 1:2], "float32")
model = Classifier()
model.compile("adam", "binary_crossentropy")
losses = model.fit(x, y, epochs=20, verbose=0).history["loss"]
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{losses[0] > losses[-1] = }")
before, after = (m.evaluate(x, y, verbose=0) for m in (model, loaded))
print(f"{before == after = }")
