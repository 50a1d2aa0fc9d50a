<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;

/** The e-mails to the owner among WooCommerce's. They have no trigger of their own: the pass sends them. */
final class OwnerEmails {

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
		$emails[ OwnerEmailOptions::STANDSTILL ] = new StandstillEmail(
			$this->templates,
			fn (): OwnerMessage => ( $this->owner_texts )()->example( OwnerEmailOptions::STANDSTILL ),
			$this->logger
		);
		$emails[ OwnerEmailOptions::DIGEST ]     = new DigestEmail(
			$this->templates,
			fn (): OwnerMessage => ( $this->owner_texts )()->example( OwnerEmailOptions::DIGEST ),
			$this->logger
		);
		return $emails;
	}
}
