"""Photos that cannot be taken in."""

from inspector.services.wording.wording import Text, Topic, Wording

WORDS: Topic = {
    "photo.broken": Wording(
        Text("这张照片坏了，打不开。", "This photo is broken and cannot be opened."),
        Text(
            "从手机或相机里重新拷一份，或者重新拍。别的照片都收下了。",
            "Copy it again from the phone or camera, or take it again. The other photos were taken in.",
        ),
    ),
    "photo.changed-while-reading": Wording(
        Text("读这张照片时它正在被改写。", "This photo was being rewritten while it was read."),
        Text("等拷贝完成后再添加一次。", "Wait until copying has finished and add it again."),
    ),
    "photo.damaged": Wording(
        Text("存着的这张照片和当初的内容对不上。", "This stored photo no longer matches what was taken in."),
        Text("从备份里恢复。请先不要删别的东西。", "Restore it from a backup. Delete nothing before that."),
    ),
    "photo.empty": Wording(
        Text("这个文件是空的。", "This file is empty."),
        Text("从手机或相机里重新拷一份。", "Copy it again from the phone or camera."),
    ),
    "photo.file-too-large": Wording(
        Text(
            "这个文件有 {megabytes} MB，超过了 {limit_megabytes} MB。",
            "This file has {megabytes} MB, more than the {limit_megabytes} MB allowed.",
        ),
        Text("用手机把它存成小一些的照片，再添加。", "Save it as a smaller photo and add that."),
    ),
    "photo.folder-gone": Wording(
        Text("这个文件夹不在了。", "This folder is no longer there."),
        Text("看看 U 盘或手机是不是断开了。", "Check that the USB stick or phone is still connected."),
    ),
    "photo.folder-unreadable": Wording(
        Text("这个文件夹读不出来。", "This folder cannot be read."),
        Text("把照片拷到电脑上，再从那里添加。", "Copy the photos to this computer and add them from there."),
    ),
    "photo.gone": Wording(
        Text("这张照片已经不在原处。", "This photo is no longer where it was."),
        Text(
            "看看 U 盘或手机是不是断开了，再添加一次。",
            "Check that the USB stick or phone is still connected and add it again.",
        ),
    ),
    "photo.is-a-folder": Wording(
        Text("这是一个文件夹，不是照片。", "This is a folder, not a photo."),
        Text("用“添加文件夹”，或者打开它选照片。", "Add it as a folder, or open it and choose photos."),
    ),
    "photo.missing": Wording(
        Text("这张照片的内容不在工作文件里。", "The content of this photo is not in the workspace."),
        Text("从备份里恢复；别的记录没有影响。", "Restore it from a backup; other records are not affected."),
    ),
    "photo.no-permission": Wording(
        Text("没有读这张照片的权限。", "There is no right to read this photo."),
        Text("把它拷到自己的文件夹，再添加。", "Copy it to a folder of your own and add it from there."),
    ),
    "photo.not-a-file": Wording(
        Text("这不是一个普通文件。", "This is not an ordinary file."),
        Text("选 JPEG、PNG、WebP 或 HEIC 照片。", "Choose a JPEG, PNG, WebP or HEIC photo."),
    ),
    "photo.not-a-photo": Wording(
        Text("这不是照片（里面是 {found}）。", "This is not a photo (it holds {found})."),
        Text(
            "选 JPEG、PNG、WebP 或 HEIC 照片。别的照片都收下了。",
            "Choose a JPEG, PNG, WebP or HEIC photo. The other photos were taken in.",
        ),
    ),
    "photo.out-of-memory": Wording(
        Text("内存不够，这张照片打不开。", "There is not enough memory to open this photo."),
        Text("关掉别的程序再试，或者换一张小一些的。", "Close other programs and try again, or use a smaller one."),
    ),
    "photo.too-many-pixels": Wording(
        Text(
            "这张照片有 {width} × {height} 像素，超过了 {limit_megapixels} 百万像素。",
            "This photo has {width} × {height} pixels, more than {limit_megapixels} megapixels.",
        ),
        Text("用手机把它存成小一些的照片，再添加。", "Save it as a smaller photo and add that."),
    ),
    "photo.unreadable": Wording(
        Text("这张照片读不出来。", "This photo cannot be read."),
        Text("从手机或相机里重新拷一份，再添加。", "Copy it again from the phone or camera and add it."),
    ),
}
