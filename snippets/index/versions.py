import platform

import keras
import tensorflow as tf

python = ".".join(platform.python_version_tuple()[:2])
print(f"Keras {keras.__version__} · TensorFlow {tf.__version__} · Python {python}")
