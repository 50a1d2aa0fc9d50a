<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Settings;

interface SettingsStore {

	public function get(): Settings;

	public function save( Settings $settings ): void;
}
