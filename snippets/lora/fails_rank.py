import keras
from lora import LoRA

base = keras.layers.Dense(10)
model = keras.Sequential([keras.Input((64,)), LoRA(base, rank=16)])
