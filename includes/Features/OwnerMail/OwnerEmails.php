<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;

/** The e-mails to the owner among WooCommerce's. They have no trigger of their own: the pass sends them. */
final class OwnerEmails {

	/** Ids of WooCommerce e-mails. */
	public const STANDSTILL = 'orderinvoicer_standstill';
	public const DIGEST     = 'orderinvoicer_digest';

	public const ALL = [ self::STANDSTILL, self::DIGEST ];

	/**
	 * @param \Closure(): OwnerTexts $owner_texts
	 * @param \Closure(): Logger     $logger
	 */
	public function __construct(
		private readonly string $templates,
		private readonly \Closure $owner_texts,
		private readonly \Closure $logger,
	) {}

	public function register(): void {
		add_filter( 'woocommerce_email_classes', [ $this, 'handle_woocommerce_email_classes' ] );
	}

	/**
	 * By their ids, which are also their sections in WooCommerce's settings.
	 *
	 * @internal
	 * @param mixed $emails
	 * @return mixed
	 */
	public function handle_woocommerce_email_classes( $emails ) {
		if ( ! is_array( $emails ) ) {
			return $emails;
		}
		$classes = [ self::STANDSTILL => OwnerEmail::class ] + [ self::DIGEST => DigestEmail::class ];
		foreach ( $classes as $id => $class ) {
			$emails[ $id ] = new $class(
				id: $id,
				templates: $this->templates,
				example: fn (): OwnerMessage => ( $this->owner_texts )()->example( $id ),
				logger: $this->logger
			);
		}
		return $emails;
	}

	/** Read from WooCommerce's own option: the pass asks every five minutes and need not make all e-mails for that. */
	public static function is_on( string $id ): bool {
		$stored = get_option( self::option( $id ), [] );
		return is_array( $stored ) && ( $stored['enabled'] ?? '' ) === 'yes';
	}

	/** Once, for a site that is new: on one that was updated nothing is sent before somebody switches it on. */
	public static function switch_on(): void {
		foreach ( self::ALL as $id ) {
			add_option( self::option( $id ), [ 'enabled' => 'yes' ] );
		}
	}

	private static function option( string $id ): string {
		return "woocommerce_{$id}_settings";
	}
}
