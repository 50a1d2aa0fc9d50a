<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\RuntimeCache;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Tables\Moment;

/**
 * WordPress's runtime cache, and during a row the credentials and the answers of a moment. Our own settings are read
 * anew for each row; what else belongs to the shop (products, shipping methods, the shop's options) once in a while. A
 * cache that processes share is left as it is, but for what this process holds of it: nothing is asked of the database
 * for that.
 */
final class WordPressRuntimeCache implements RuntimeCache {

	/** Seconds for which the rest of the shop counts as read. */
	private const KEPT = 10;

	/** Options of ours that are read through WordPress. */
	private const OURS = [ OptionSettings::OPTION, AccountIdentity::OPTION ];

	private int $emptied_at = 0;

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly Clock $clock,
		private readonly Moment $moment,
		private readonly FreshOptions $options,
	) {}

	public function forget(): void {
		if ( ! $this->forget_shop() ) {
			wp_cache_delete_multiple( [ 'alloptions', ...self::OURS ], 'options' );
		}
	}

	public function hold(): void {
		$this->forget_shop();
		$this->credentials->hold();
		$this->moment->hold();
		if ( ! wp_using_ext_object_cache() ) {
			$this->options->renew( self::OURS );
		}
	}

	public function release(): void {
		$this->moment->release();
		$this->credentials->release();
	}

	/** @return bool whether it was time for that. */
	private function forget_shop(): bool {
		$now = $this->clock->now()->getTimestamp();
		if ( ! wp_using_ext_object_cache() && $now - $this->emptied_at < self::KEPT ) {
			return false;
		}
		$this->emptied_at = $now;
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
		return true;
	}
}
