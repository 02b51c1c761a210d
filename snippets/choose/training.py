import keras


@keras.saving.register_keras_serializable(package="book")
class Classifier(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(16, activation="relu")
        self.score = keras.layers.Dense(1, activation="sigmoid")

    def call(self, x):
        return self.score(self.hidden(x))


keras.utils.set_random_seed(0)
x = keras.random.normal((64, 3), seed=0)
y = keras.ops.cast(keras.ops.sum(x, axis=-1, keepdims=True) > 0, "float32")
model = Classifier()
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
losses = model.fit(x, y, epochs=20, verbose=0).history["loss"]
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{losses[0] > losses[-1] = }")
before, after = (m.evaluate(x, y, verbose=0) for m in (model, loaded))
print(f"{before == after = }")
