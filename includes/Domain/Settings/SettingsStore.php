<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

interface SettingsStore {

	public function get(): Settings;

	public function save( Settings $settings ): void;

	/** When the owner last changed something that orders may have stopped for; null: never seen. */
	public function mended_at(): ?\DateTimeImmutable;

	public function mended( \DateTimeImmutable $now ): void;
}
