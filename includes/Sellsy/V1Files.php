<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Sellsy\V1\V1Client;

/**
 * The file of a proforma, for which API v2 has no call. Inferred: the public link of v1 is an address below Sellsy's
 * app, and leads to the PDF itself.
 *
 * @assumes v1-file
 */
final class V1Files {

	/** @param string $app the address of Sellsy's app, without a slash behind it. */
	public function __construct(
		private readonly V1Client $client,
		private readonly PdfLink $link,
		private readonly string $app,
	) {}

	/**
	 * @throws RemoteFailure
	 * @throws NoFile
	 */
	public function pdf( ShopperDocument $document ): string {
		$named  = [
			'doctype' => $document->kind->value,
			'docid'   => $document->id,
		];
		$answer = $this->client->call( 'Document.getOne', $named );
		// Nobody pays by what was cancelled.
		if ( $answer->string( 'ident' ) !== $document->number || $answer->string( 'step' ) === 'cancelled' ) {
			throw new NoFile( 'another_document', false );
		}
		$url = $this->client->call( 'Document.getPublicLink_v2', $named )->string( 'pdf' );
		return match ( true ) {
			$url === ''                               => throw new NoFile( 'no_link', true ),
			preg_match( '#^https?://#i', $url ) === 1 => $this->link->read( $url ),
			default                                   => $this->link->read( "$this->app/" . ltrim( $url, '/' ) ),
		};
	}
}
