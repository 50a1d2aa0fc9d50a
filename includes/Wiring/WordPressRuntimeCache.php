<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\RuntimeCache;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Tables\Moment;

/**
 * WordPress's runtime cache, and during a row the credentials and the answers of a moment. Our own settings are read anew for each row; what else belongs to the shop
 * (products, shipping methods, the shop's options) once in a while. A cache that processes share is left as it is, but for
 * what this process holds of it: nothing is asked of the database for that.
 */
final class WordPressRuntimeCache implements RuntimeCache {

	/** Seconds for which the rest of the shop counts as read. */
	private const KEPT = 10;

	private int $emptied_at = 0;

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly Clock $clock,
		private readonly Moment $moment = new Moment(),
	) {}

	public function forget(): void {
		$now = $this->clock->now()->getTimestamp();
		if ( wp_using_ext_object_cache() || $now - $this->emptied_at >= self::KEPT ) {
			$this->emptied_at = $now;
			$this->forget_everything();
		} else {
			wp_cache_delete_multiple( [ 'alloptions', OptionSettings::OPTION, AccountIdentity::OPTION ], 'options' );
		}
	}

	public function hold(): void {
		$this->forget();
		$this->credentials->hold();
		$this->moment->hold();
	}

	public function release(): void {
		$this->moment->release();
		$this->credentials->release();
	}

	private function forget_everything(): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
	}
}
