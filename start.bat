@echo off
rem Double click on Windows: sets Sidestage up the first time and starts it. Arguments are passed on.
setlocal
chcp 65001 >nul
pushd "%~dp0" || goto failed
set "python="
for %%p in ("py -3" "python" "python3") do if not defined python (
    %%~p -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "python=%%~p"
)
if not defined python goto missing
%python% start.py %*
if not errorlevel 1 exit /b 0
:failed
echo Sidestage did not start. What went wrong is said above.
pause
exit /b 1
:missing
echo Sidestage needs Python 3.11 or newer. Get it from https://www.python.org/downloads/ and start again.
pause
exit /b 1
