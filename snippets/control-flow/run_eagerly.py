import keras


@keras.saving.register_keras_serializable(package="book")
class Look(keras.layers.Layer):
    def call(self, x):
        print(f"  call({type(x).__name__})")
        return x * 1


layer = Look()
x = keras.random.normal((6, 3), seed=0)
print("- Sequential")
model = keras.Sequential([keras.Input((3,)), layer])
for run_eagerly in False, True:
    print(f"- {run_eagerly = }")
    model.compile(run_eagerly=run_eagerly)
    for _ in range(2):
        model.predict(x, batch_size=3, verbose=0)
