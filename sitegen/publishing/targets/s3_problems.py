"""What an object store may refuse, in words."""

from __future__ import annotations

from sitegen.problems import Kind, Severity
from sitegen.publishing.target import DAMAGED as NOT_AS_SENT

NO_BOTO3 = Kind(
    "publish.no-boto3",
    Severity.ERROR,
    zh="发布到“{target}”要用 boto3，这里没有装",
    en="publishing to “{target}” needs boto3, which is not installed",
    fix_zh="装上它：pip install 'sitegen[s3]'，或 pip install 'boto3>=1.35,<2'",
    fix_en="install it: pip install 'sitegen[s3]', or pip install 'boto3>=1.35,<2'",
)
NO_SECRET = Kind(
    "publish.no-secret",
    Severity.ERROR,
    zh="没有“{target}”的密钥",
    en="there are no keys for “{target}”",
    fix_zh="设环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，或在 secrets_file 指明的文件里写"
    " [default]、aws_access_key_id = …、aws_secret_access_key = …",
    fix_en="set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, or write [default], "
    "aws_access_key_id = … and aws_secret_access_key = … into the file that secrets_file names",
)
NO_BUCKET = Kind(
    "publish.no-bucket",
    Severity.ERROR,
    zh="“{target}”的对象存储里没有桶 {bucket}（{cause}）",
    en="the object store of “{target}” has no bucket {bucket} ({cause})",
    fix_zh="检查 bucket、endpoint、region、addressing；没有建过就先建这个桶",
    fix_en="look at bucket, endpoint, region and addressing; create the bucket where there is none yet",
)
WRONG_SECRET = Kind(
    "publish.wrong-secret",
    Severity.ERROR,
    zh="“{target}”的对象存储不认这个密钥（{cause}）",
    en="the object store of “{target}” does not take this key ({cause})",
    fix_zh="核对 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY（或 secrets_file 里的），再看 region 对不对",
    fix_en="compare AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or those in secrets_file), then look at region",
)
REFUSED = Kind(
    "publish.refused",
    Severity.ERROR,
    zh="“{target}”的对象存储不许对桶 {bucket} 这样做（{path}；{cause}）",
    en="the object store of “{target}” does not allow this in the bucket {bucket} ({path}; {cause})",
    fix_zh="给这个密钥列举、读、写、删的权限",
    fix_en="give this key the rights to list, read, write and delete there",
)
CLOCK = Kind(
    "publish.clock",
    Severity.ERROR,
    zh="本机的时间和“{target}”的对象存储差得太多（{cause}）",
    en="the clock of this machine is too far from that of the object store of “{target}” ({cause})",
    fix_zh="校准本机的时间和时区，再发布",
    fix_en="set the clock and the time zone of this machine, then publish again",
)
BY_CODE = {
    "NoSuchBucket": NO_BUCKET,
    "InvalidBucketName": NO_BUCKET,
    "InvalidAccessKeyId": WRONG_SECRET,
    "SignatureDoesNotMatch": WRONG_SECRET,
    "InvalidSecurity": WRONG_SECRET,
    "InvalidToken": WRONG_SECRET,
    "ExpiredToken": WRONG_SECRET,
    "AccessDenied": REFUSED,
    "AllAccessDisabled": REFUSED,
    "AccountProblem": REFUSED,
    "UserDisable": REFUSED,
    "RequestTimeTooSkewed": CLOCK,
    "BadDigest": NOT_AS_SENT,
    "InvalidDigest": NOT_AS_SENT,
    "IncompleteBody": NOT_AS_SENT,
    "NoSuchKey": NOT_AS_SENT,
}
"""What it is by the word of the store. A missing object is said where one is copied that had been put."""
