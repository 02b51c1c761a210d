import keras
import onnxruntime


class InverseErf(keras.layers.Layer):
    def call(self, x):
        return keras.ops.erfinv(x)


model = keras.Sequential([keras.Input((3,), name="x"), InverseErf()])
try:
    model.export("model.onnx", format="onnx", verbose=False)
except ValueError as error:
    print(f"ValueError: {error}")

model(keras.ops.zeros((1, 3)))
model.export("model.onnx", format="onnx", verbose=False)
print("exported")
onnxruntime.InferenceSession("model.onnx")
