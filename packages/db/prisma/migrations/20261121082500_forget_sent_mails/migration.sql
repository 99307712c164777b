-- What was sent before mails were forgotten may hold links that still open accounts.
UPDATE mail SET body = '' WHERE state <> 'queued';
