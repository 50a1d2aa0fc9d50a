<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

interface SettingsStore {

	public function get(): Settings;

	public function save( Settings $settings ): void;
}
