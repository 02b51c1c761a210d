import platform

import keras
import tensorflow as tf

python = platform.python_version().rpartition(".")[0]
ran_on = f"Keras {keras.__version__} · TensorFlow {tf.__version__}"
print(f"{ran_on} · Python {python}")
