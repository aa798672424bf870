@echo off
rem Opens the forms of this site in the browser. Closing this window ends them.
chcp 65001 >nul
set PYTHONUTF8=1
cd /d "%~dp0"
if exist ".venv\Scripts\python.exe" (
  ".venv\Scripts\python.exe" -m sitegen edit
  goto done
)
where sitegen >nul 2>nul
if not errorlevel 1 (
  sitegen edit
  goto done
)
py -3 -c "import sitegen" >nul 2>nul
if not errorlevel 1 (
  py -3 -m sitegen edit
  goto done
)
echo sitegen is not installed on this computer. Ask whoever set up the site to install it.
:done
if errorlevel 1 pause
