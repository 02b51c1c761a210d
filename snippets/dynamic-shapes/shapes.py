import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Shapes(keras.layers.Layer):
    def call(self, x):
        sizes = [type(size).__name__ for size in ops.shape(x)]
        print(f"  {tuple(x.shape)}, {sizes}")
        return x * 1


layer = Shapes()
x = keras.random.normal((6, 5, 3), seed=0)
print("- eager")
layer(x)
print("- Input((5, 3))")
layer(keras.Input((5, 3)))
print("- Input((None, 3))")
model = keras.Sequential([keras.Input((None, 3)), layer])
print("- predict")
model.predict(x, batch_size=2, verbose=0)
