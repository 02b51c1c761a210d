import contextlib
import io
import logging
import warnings

import keras
import numpy as np
import onnxruntime
import tensorflow as tf
from keras import layers, ops


class Erfinv(layers.Layer):
    def call(self, x):
        return ops.erfinv(x / 9)


class Sort(layers.Layer):
    def call(self, x):
        return ops.sort(x, axis=-1)


class Loop(layers.Layer):
    def call(self, x):
        return ops.while_loop(
            lambda y: ops.max(y) < 9, lambda y: (y * 2,), (x,))[0]


def saved_model(model, x):
    model.export("folder", verbose=False)
    loaded = tf.saved_model.load("folder")
    return loaded.serve(x)


def onnx(model, x):
    model.export("model.onnx", format="onnx", verbose=False)
    session = onnxruntime.InferenceSession("model.onnx")
    return session.run(None, {session.get_inputs()[0].name: x})[0]


def litert(model, x):
    model.export("model.tflite", format="litert", verbose=False)
    light = tf.lite.Interpreter("model.tflite")
    first = light.get_input_details()[0]["index"]
    light.resize_tensor_input(first, x.shape)
    light.allocate_tensors()
    light.set_tensor(first, x)
    light.invoke()
    return light.get_tensor(light.get_output_details()[0]["index"])


def outcome(run, model, x):
    quiet = io.StringIO()
    try:
        with contextlib.redirect_stdout(quiet):
            y = run(model, x)
    except Exception as error:
        return type(error).__name__
    return "same" if np.allclose(y, model(x), atol=1e-4) else "other"


logging.disable()
warnings.simplefilter("ignore")
x = np.array([[1, 3, 2], [2, 1, 3]], "float32")
ways = (saved_model, onnx, litert)
print(f"{'':10}", *(f"{way.__name__:16}" for way in ways))
for layer in (layers.Dense(4), Sort(), Loop(), Erfinv()):
    model = keras.Sequential([keras.Input((3,)), layer])
    model(x)
    cells = [f"{outcome(way, model, x):16}" for way in ways]
    print(f"{type(layer).__name__:10}", *cells)
