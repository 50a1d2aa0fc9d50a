<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\ShopperDocuments\Rules\DownloadDocument;
use OrderInvoicer\Wording\TaskText;

/** The file of a document for whoever may edit its order: no login at Sellsy is needed, and nothing is changed. */
final class OwnerPdf {

	private const FORBIDDEN   = 403;
	private const NOT_FOUND   = 404;
	private const UNAVAILABLE = 503;

	/** @param \Closure(): DownloadDocument $download_document made when somebody may have the file. */
	public function __construct(
		private readonly Ledger $ledger,
		private readonly \Closure $download_document,
		private readonly PdfAnswer $answer,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action( 'admin_post_' . TaskText::PDF, [ $this, 'handle_admin_post' ] );
	}

	/** @internal */
	public function handle_admin_post(): void {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended -- changes nothing; rights are asked.
		$task_id = isset( $_GET['document'] ) && is_string( $_GET['document'] ) ? absint( $_GET['document'] ) : 0;
		// phpcs:enable WordPress.Security.NonceVerification.Recommended
		try {
			[ $status, $why ] = $this->hand_out( $task_id );
		} catch ( \Throwable $error ) {
			$this->logger->error( 'A download failed.', [], $error );
			[ $status, $why ] = [ self::UNAVAILABLE, self::not_now() ];
		}
		$this->refuse( $status, $why );
	}

	/**
	 * Ends the request where there is a file.
	 *
	 * @return array{int, string} why there is none.
	 */
	private function hand_out( int $task_id ): array {
		$row = $this->ledger->find( $task_id );
		// Of no order nothing is asked: WordPress would answer for whatever post it holds just now.
		if (
			! current_user_can( 'edit_shop_orders' )
			|| ( $row !== null && ! current_user_can( 'edit_shop_order', $row->key->order_id ) )
		) {
			return [ self::FORBIDDEN, __( 'You may not edit this order.', 'orderinvoicer' ) ];
		}
		$document = $row === null ? null : ShopperDocument::of( $row );
		if ( $row === null || $document === null ) {
			return [ self::NOT_FOUND, self::gone() ];
		}
		$download = ( $this->download_document )()->for_owner( $row->key->order_id, $document );
		if ( $download->refusal === null ) {
			$this->answer->send( $download->pdf, $document->number );
		}
		return $download->retry_after > 0
			? [ self::UNAVAILABLE, self::not_now() ]
			: [ self::NOT_FOUND, self::gone() ];
	}

	private static function not_now(): string {
		return __( 'Sellsy did not hand this file out just now. Nothing is wrong with the document: try again in a few minutes.', 'orderinvoicer' );
	}

	private static function gone(): string {
		return __( 'Sellsy has no such file (any more): the document is a draft, was deleted or cancelled there, or belongs to another account.', 'orderinvoicer' );
	}

	private function refuse( int $status, string $sentence ): void {
		wp_die(
			esc_html( $sentence ),
			esc_html__( 'Download', 'orderinvoicer' ),
			[
				'response'  => absint( $status ),
				'back_link' => true,
			]
		);
	}
}
