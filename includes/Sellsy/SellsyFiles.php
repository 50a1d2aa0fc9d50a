<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\OrderBook\DocumentFiles;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Sellsy\Resources\Documents;

/**
 * Two calls, three for a proforma: the document, whose link is made anew with each change, and the file. The number is
 * compared: the shop may be connected to another account by now, which has another customer's document under the same
 * id.
 */
final class SellsyFiles implements DocumentFiles {

	/** Bytes, and seconds for all calls together. */
	public const MOST     = 10 * 1024 * 1024;
	public const PATIENCE = 8;

	public function __construct(
		private readonly Documents $documents,
		private readonly PdfLink $link,
		private readonly V1Files $v1,
	) {}

	public function pdf( ShopperDocument $document ): string {
		if ( $document->kind->needs_v1() ) {
			return $this->v1->pdf( $document );
		}
		$answer = $this->documents->get( $document->kind, $document->id );
		$none   = [ 'draft', RemoteDocument::CANCELLED ]; // Nobody pays by what was cancelled.
		if (
			in_array( $answer->string( 'status' ), $none, true )
			|| $answer->string( 'number' ) !== $document->number
		) {
			throw new NoFile( 'another_document', false );
		}
		$url = $answer->string( 'pdf_link' );
		return $url === '' ? throw new NoFile( 'no_link', true ) : $this->link->read( $url );
	}
}
