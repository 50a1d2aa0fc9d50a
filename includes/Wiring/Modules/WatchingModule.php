<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Watching\CarryOver;
use OrderInvoicer\Domain\Watching\DetachDocument;
use OrderInvoicer\Domain\Watching\FinalDocument;
use OrderInvoicer\Domain\Watching\LostDocument;
use OrderInvoicer\Domain\Watching\ReinstatedDocument;

/** What others did to a document that exists. */
final class WatchingModule {

	public readonly LostDocument $lost_document;
	public readonly ReinstatedDocument $reinstated_document;
	public readonly FinalDocument $final_document;
	public readonly DetachDocument $detach_document;
	public readonly CarryOver $carry_over;

	public function __construct( Ports $ports ) {
		$this->detach_document     = new DetachDocument( $ports->ledger(), $ports->order_links(), $ports->report() );
		$this->carry_over          = new CarryOver( $ports->ledger() );
		$this->reinstated_document = new ReinstatedDocument( $ports->ledger(), $ports->order_links(), $ports->clock() );
		$this->lost_document       = new LostDocument(
			$ports->ledger(),
			$ports->stored_orders(),
			$ports->order_links(),
			$this->detach_document,
			$ports->clock(),
			$ports->report()
		);
		$this->final_document      = new FinalDocument(
			$ports->ledger(),
			$ports->order_links(),
			$ports->clock(),
			$ports->report()
		);
	}
}
