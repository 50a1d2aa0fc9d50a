<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsArray;

return [
	// `wp orderinvoicer settings import`: an update that may bring the connection with it.
	'settings-import' => [
		'use'        => 'settings-update',
		'properties' => [ 'connection' => [ 'use' => 'connection-update' ] ],
	],

	// POST /settings: what is left out stays as it is. Lists are replaced as a whole.
	'settings-update' => [
		'use'     => 'settings',
		'partial' => true,
	],

	// One kind of document: when it is made and what stands on it. Ids are Sellsy's; null leaves the choice to Sellsy.
	'settings-workflow' => static fn (): array =>
		( new SettingsArray() )->field( DocumentKind::Invoice->value )->schema(),

	// GET /settings; the form in which settings are stored, exported and imported too. Each is declared at its
	// parameter.
	'settings' => static fn (): array => ( new SettingsArray() )->schema(),
];
