/**
 * What of this folder is the plugin: mounted into the demo shop, packed into the zip.
 */
export const SHIPPED = [
	'orderinvoicer.php',
	'uninstall.php',
	'readme.txt',
	'LICENSE',
	'includes',
	'templates',
	'build',
	'languages',
];
