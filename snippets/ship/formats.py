import contextlib
import io
import logging
import os
import warnings

import keras

formats = {
    "tf_saved_model": "folder",
    "onnx": "model.onnx",
    "litert": "model.tflite",
    "openvino": "model.xml",
    "torch": "model.pt2",
}
logging.disable()
warnings.simplefilter("ignore")
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
model(keras.ops.ones((1, 3)))
for name, path in formats.items():
    quiet = io.StringIO()
    try:
        with contextlib.redirect_stdout(quiet):
            model.export(path, format=name, verbose=False)
    except Exception as error:
        said = f"{type(error).__name__}: {error}".splitlines()[0]
    else:
        said = f"writes {path}: {os.path.exists(path)}"
    print(f"{name:15} {said}")
