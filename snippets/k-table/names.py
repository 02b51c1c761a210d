import keras
from keras import ops
from tensorflow.keras import backend as old
from tf_keras import backend as K

names = [name for name in dir(K) if callable(getattr(K, name))]
names = [name for name in names if not name.startswith("_")]
homes = {"keras.backend": keras.backend, "keras.ops": ops,
         "tensorflow.keras.backend": old}
print(f"{len(names)} functions of K in Keras 2")
for home, module in homes.items():
    print(f"{sum(hasattr(module, name) for name in names):4} found in {home}")
print("nowhere:")
for name in names:
    if not any(hasattr(module, name) for module in homes.values()):
        print(f"  {name}")
