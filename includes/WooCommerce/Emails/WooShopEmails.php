<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Emails\ShopEmails;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\ShopLanguage;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** The e-mails as WooCommerce holds them, where other code may have replaced them or taken them away. */
final class WooShopEmails implements ShopEmails {

	public function __construct(
		private readonly EmailSwitch $switch,
		private readonly DocumentNames $names,
	) {}

	public function since(): array {
		return $this->switch->since();
	}

	public function prepare( int $order_id, RemoteDocument $document, bool $asked ): ?\Closure {
		return CheckedRead::read(
			function () use ( $order_id, $document, $asked ): ?\Closure {
				$order = wc_get_order( $order_id );
				$email = WC()->mailer()->get_emails()[ EmailHooks::name( $document->kind ) ] ?? null;
				return $order instanceof \WC_Order && $email instanceof DocumentEmail
					? $email->prepare( $order, MailedDocument::from( $document, $order ), $asked )
					: null;
			}
		);
	}

	public function note_sent( int $order_id, DocumentKind $kind, string $number ): void {
		CheckedRead::read(
			function () use ( $order_id, $kind, $number ): void {
				$order = wc_get_order( $order_id );
				if ( $order instanceof \WC_Order ) {
					$order->add_order_note( ShopLanguage::text( fn (): string => $this->note( $kind, $number ) ) );
				}
			}
		);
	}

	private function note( DocumentKind $kind, string $number ): string {
		return esc_html(
			sprintf(
				/* translators: %s: name of a document, such as Invoice F-1. */
				__( 'The shop told the customer by e-mail that their document is available: %s', 'orderinvoicer' ),
				$this->names->document( $kind, $number )
			)
		);
	}
}
