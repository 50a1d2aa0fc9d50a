<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\WooCommerce\Emails\DocumentLink;
use OrderInvoicer\WooCommerce\Emails\MailedDocument;

/**
 * Links to the documents of an order in those of WooCommerce's e-mails that the owner ticked. Each of its templates,
 * and its block editor, fire the same hook below the order's table. These e-mails leave within the checkout: nothing
 * is asked of Sellsy, and no e-mail suffers from us.
 */
final class DocumentsInEmails {

	/** Below what WooCommerce itself says there. */
	private const PRIORITY = 20;

	private const TEMPLATE = 'emails/orderinvoicer-order-documents.php';
	private const PLAIN    = 'emails/plain/orderinvoicer-order-documents.php';

	/** @param \Closure(): VisibleDocuments $visible_documents read afresh for each e-mail: a runner sends many. */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly \Closure $visible_documents,
		private readonly InvoicePromise $promise,
		private readonly ShopperText $text,
		private readonly Logger $logger,
		private readonly string $templates,
	) {}

	public function register(): void {
		add_action(
			'woocommerce_email_order_meta',
			[ $this, 'handle_woocommerce_email_order_meta' ],
			self::PRIORITY,
			4
		);
	}

	/**
	 * Themes may fire the hook without the e-mail: then nobody knows whether it was ticked.
	 *
	 * @internal
	 */
	public function handle_woocommerce_email_order_meta(
		mixed $order = null,
		mixed $to_admin = false,
		mixed $plain_text = false,
		mixed $email = null,
	): void {
		if ( ! $order instanceof \WC_Order || ! $email instanceof \WC_Email || $to_admin === true ) {
			return;
		}
		try {
			if ( $this->settings->get()->customer_emails->has( (string) $email->id ) ) {
				$this->show( $order, (string) $email->id, $plain_text === true );
			}
		} catch ( \Throwable $error ) {
			$this->logger->error(
				'Documents could not be put into an e-mail.',
				[ 'order_id' => $order->get_id() ],
				$error
			);
		}
	}

	private function show( \WC_Order $order, string $email_id, bool $is_plain ): void {
		$is_example = self::is_example( $order );
		$documents  = $is_example ? [] : ( $this->visible_documents )()->of( $order );
		$links      = $is_example ? $this->example( $email_id ) : $this->links( $order, $documents );
		$promise    = $is_example ? '' : $this->promise->sentence( $order, $documents );
		if ( $promise !== '' ) {
			$links[] = [
				'text' => $promise,
				'url'  => ( new DocumentLink() )->url( $order ),
			];
		}
		if ( $links !== [] ) {
			wc_get_template(
				$is_plain ? self::PLAIN : self::TEMPLATE,
				[
					'order' => $order,
					'title' => __( 'Your documents', 'orderinvoicer' ),
					'links' => $links,
				],
				'',
				$this->templates
			);
		}
	}

	/** WooCommerce's previews make an order up, under a number that an order of the shop may have. */
	private static function is_example( \WC_Order $order ): bool {
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WooCommerce's own.
		return apply_filters( 'woocommerce_is_email_preview', false ) === true || $order->get_order_key() === '';
	}

	/**
	 * @param list<ShopperDocument> $documents
	 * @return list<array{text: string, url: string}>
	 */
	private function links( \WC_Order $order, array $documents ): array {
		$key = $order->get_customer_id() > 0 ? '' : $order->get_order_key();
		return array_map(
			fn ( ShopperDocument $document ): array => [
				'text' => $this->text->download( $document->kind, $document->number, $document->is_credited ),
				'url'  => DownloadLink::url( $order->get_id(), $document->task_id, $key ),
			],
			$documents
		);
	}

	/** @return list<array{text: string, url: string}> */
	private function example( string $email_id ): array {
		$links = [];
		foreach ( [ DocumentKind::Invoice, DocumentKind::CreditNote ] as $kind ) {
			$has = $kind === DocumentKind::Invoice || CustomerEmailSettings::is_about_refund( $email_id );
			if ( $has && $this->settings->get()->shopper->gets( $kind ) ) {
				$links[] = [
					'text' => $this->text->download( $kind, MailedDocument::example_number() ),
					'url'  => wc_get_page_permalink( 'myaccount' ),
				];
			}
		}
		return $links;
	}
}
