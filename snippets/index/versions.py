import keras
import tensorflow as tf

print(f"Keras {keras.__version__} · TensorFlow {tf.__version__}")
