;;; Types in an entry, as emacs_test.py reads it from the file that KBC_SEEN names.  -*- lexical-binding: t -*-

(require 'json)
(require 'cl-lib)
(require 'imenu)

(defvar seen nil)

(defun see (key value)
  (push (cons key value) seen))

(defun write-seen ()
  (let ((coding-system-for-write 'utf-8))
    (with-temp-file (getenv "KBC_SEEN")
      (insert (json-encode (reverse seen))))))

(defun wait-until (what condition)
  (let ((end (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (see 'stuck what)
        (see 'messages (with-current-buffer (messages-buffer) (buffer-string)))
        (write-seen)
        (kill-emacs 1))
      (accept-process-output nil 0.05)
      ;; What Eglot and Flymake do when nobody types.
      (when (bound-and-true-p eglot--managed-mode)
        (eglot--signal-textDocument/didChange)))))

(defun finding (name)
  (cl-some (lambda (one) (string-match-p (regexp-quote name) (flymake-diagnostic-text one)))
           (flymake-diagnostics)))

(defun findings ()
  (vconcat
   (mapcar (lambda (one)
             `((message . ,(flymake-diagnostic-text one))
               (type . ,(format "%s" (flymake-diagnostic-type one)))
               (text . ,(buffer-substring-no-properties (flymake-diagnostic-beg one)
                                                        (flymake-diagnostic-end one)))))
           (flymake-diagnostics))))

(defun replace-once (from to)
  (goto-char (point-min))
  (search-forward from)
  (replace-match to t t))

(setq eglot-sync-connect t
      eglot-autoshutdown t
      ;; In batch mode a question would wait for an answer.
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil)

(find-file (getenv "KBC_ENTRY"))
(see 'mode (symbol-name major-mode))
;; `eglot-ensure' waits for a command to end, and there are none in batch mode.
(run-hooks 'post-command-hook)
(wait-until "the server starts" (lambda () (eglot-managed-p)))

;; A fault, typed.
(replace-once "\"confidence\": 0.9," "\"confidence\": 90,")
(wait-until "the finding of what was typed" (lambda () (finding "is a percentage")))
(see 'typed (findings))

;; The fix that is offered for it.
(let* ((one (car (flymake-diagnostics)))
       (choose (lambda (_prompt choices &rest _)
                 (let ((titles (mapcar (lambda (choice) (if (consp choice) (car choice) choice)) choices)))
                   (see 'actions (vconcat titles))
                   (cl-find-if (lambda (title) (string-match-p "0\\.9" title)) titles)))))
  (goto-char (flymake-diagnostic-beg one))
  ;; As if a key had asked for the menu, not the mouse.
  (let ((completing-read-function choose)
        (last-nonmenu-event ?a))
    (eglot-code-actions (flymake-diagnostic-beg one) (flymake-diagnostic-end one) nil t)))
(wait-until "the fix" (lambda () (null (flymake-diagnostics))))
(see 'fixed (buffer-substring-no-properties (point-min) (point-max)))
(see 'after_fix (findings))

;; A link to an entry that there is not.
(replace-once "\"error_id\": \"git/detached-head\"" "\"error_id\": \"git/detached-heads\"")
(wait-until "the finding of the link" (lambda () (finding "link-unresolved")))
(see 'linked (findings))

(see 'outline (format "%S" (imenu--make-index-alist t)))

(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
(write-seen)
