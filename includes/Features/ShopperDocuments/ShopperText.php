<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Features\ShopperDocuments\Rules\Awaited;
use OrderInvoicer\Features\ShopperDocuments\Rules\DownloadRefusal;
use OrderInvoicer\Wording\Names\DocumentNames;

/** What shoppers read. Plain text, to be escaped. */
final class ShopperText {

	public function __construct( private readonly DocumentNames $names ) {}

	public function kind( ShopperDocument $document ): string {
		return $document->kind === DocumentKind::Proforma
			? self::no_invoice( $this->name( $document ) )
			: self::of( $this->name( $document ), $document->is_credited );
	}

	/** Where its state stands beside it. */
	public function name( ShopperDocument $document ): string {
		return $this->names->kind( $document->kind );
	}

	public function state( ShopperDocument $document ): string {
		return match ( true ) {
			$document->kind === DocumentKind::Proforma => __( 'To be paid, not an invoice', 'orderinvoicer' ),
			$document->is_credited                     => __( 'Credited in full', 'orderinvoicer' ),
			default                                    => _x( 'Valid', 'document', 'orderinvoicer' ),
		};
	}

	/** For those who hear a link without what stands around it. */
	public function download( DocumentKind $kind, string $number, bool $is_credited = false ): string {
		$text = sprintf(
			/* translators: %s: document with its number, such as Invoice F-2026-0012. */
			__( 'Download: %s', 'orderinvoicer' ),
			$this->names->document( $kind, $number )
		);
		return $kind === DocumentKind::Proforma ? self::no_invoice( $text ) : self::of( $text, $is_credited );
	}

	private static function of( string $name, bool $is_credited ): string {
		/* translators: %s: a document, such as Invoice. */
		return $is_credited ? sprintf( __( '%s (credited in full)', 'orderinvoicer' ), $name ) : $name;
	}

	private static function no_invoice( string $name ): string {
		/* translators: %s: a document, such as Proforma. */
		return sprintf( __( '%s (not an invoice)', 'orderinvoicer' ), $name );
	}

	public function awaited( Awaited $awaited ): string {
		if ( $awaited->kind === DocumentKind::Proforma ) {
			return __( 'Your proforma, by which you can pay, will be here in a moment.', 'orderinvoicer' );
		}
		return match ( $awaited->trigger ) {
			Trigger::CONFIRMED =>
				__( 'Your invoice will be here as soon as your order is confirmed.', 'orderinvoicer' ),
			Trigger::PAID      => __( 'Your invoice will be here as soon as your order is paid.', 'orderinvoicer' ),
			Trigger::SHIPPED   =>
				__( 'Your invoice will be here as soon as your order is shipped.', 'orderinvoicer' ),
			Trigger::COMPLETED =>
				__( 'Your invoice will be here as soon as your order is completed.', 'orderinvoicer' ),
			default            => __( 'Your invoice will be here as soon as it is made.', 'orderinvoicer' ),
		};
	}

	public function refused_title( DownloadRefusal $why ): string {
		return match ( $why ) {
			DownloadRefusal::Gone    => __( 'This document cannot be found', 'orderinvoicer' ),
			DownloadRefusal::Later   => __( 'Your document cannot be fetched just now', 'orderinvoicer' ),
			DownloadRefusal::TooMany => __( 'Too many downloads', 'orderinvoicer' ),
		};
	}

	/** Where whoever got no file goes on. */
	public function back(): string {
		return __( 'Back to your order', 'orderinvoicer' );
	}

	/** @param string $time at which another try makes sense. */
	public function refused( DownloadRefusal $why, string $time ): string {
		return match ( $why ) {
			DownloadRefusal::Gone    => __(
				'Please look at your order again. If the document is missing there, write to the shop.',
				'orderinvoicer'
			),
			DownloadRefusal::Later   => sprintf(
				/* translators: %s: time of day, such as 14:35. */
				__(
					'It exists, but the service that keeps it did not answer. Please try again at %s: nothing is lost.',
					'orderinvoicer'
				),
				$time
			),
			DownloadRefusal::TooMany => sprintf(
				/* translators: %s: time of day, such as 14:35. */
				__(
					'The documents of this order were downloaded several times in the last hour. Please come back at %s.',
					'orderinvoicer'
				),
				$time
			),
		};
	}
}
