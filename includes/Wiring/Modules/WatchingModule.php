<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Watching\CancelledDocument;
use OrderInvoicer\Domain\Watching\DetachDocument;
use OrderInvoicer\Domain\Watching\FinalDocument;
use OrderInvoicer\Domain\Watching\GoneDocument;

/** What others did to a document that exists. */
final class WatchingModule {

	public readonly GoneDocument $gone_document;
	public readonly FinalDocument $final_document;
	public readonly DetachDocument $detach_document;
	public readonly CancelledDocument $cancelled;

	public function __construct( Ports $ports ) {
		$this->gone_document   = new GoneDocument(
			$ports->ledger(),
			$ports->order_links(),
			$ports->clock(),
			$ports->report()
		);
		$this->final_document  = new FinalDocument(
			$ports->ledger(),
			$ports->order_links(),
			$ports->clock(),
			$ports->report()
		);
		$this->cancelled       = new CancelledDocument( $ports->ledger(), $ports->order_links(), $ports->clock() );
		$this->detach_document = new DetachDocument( $ports->ledger(), $ports->order_links(), $ports->report() );
	}
}
