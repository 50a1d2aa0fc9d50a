/**
 * One bundle for each screen: the settings app, the box on the order screen, the list of orders, the way to help,
 * what the page that follows a purchase renews.
 */
const path = require( 'node:path' );
const fs = require( 'node:fs' );
const defaultConfig = require( '@wordpress/scripts/config/webpack.config' );

const SCREENS = {
	index: 'admin',
	'order-meta-box': 'order-meta-box',
	'order-list': 'order-list',
	help: 'help',
	'order-received': 'order-received',
};

const entryOf = ( folder ) =>
	[ 'index.tsx', 'index.ts' ]
		.map( ( file ) => path.resolve( __dirname, 'src', folder, file ) )
		.find( ( file ) => fs.existsSync( file ) );

module.exports = {
	...defaultConfig,
	entry: Object.fromEntries(
		Object.entries( SCREENS )
			.map( ( [ name, folder ] ) => [ name, entryOf( folder ) ] )
			.filter( ( [ , file ] ) => file )
	),
	module: {
		...defaultConfig.module,
		rules: [
			...defaultConfig.module.rules,
			{
				test: /src\/(api\/endpoints|generated\/(facts|schemas))\.ts$/,
				loader: path.resolve( __dirname, 'tools/each-export.js' ),
				sideEffects: false,
			},
		],
	},
	// Pages that are fetched when they are first shown. The name stays, so the address must change with the content.
	output: {
		...defaultConfig.output,
		chunkFilename: 'pages/[name].js?ver=[contenthash:8]',
	},
};
