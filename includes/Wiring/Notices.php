<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Watching\DetachDocument;
use OrderInvoicer\Domain\Watching\FinalDocument;
use OrderInvoicer\Domain\Watching\GoneDocument;

/** What people did with our documents in Sellsy. */
final class Notices {

	public function __construct( private readonly Foundation $on ) {}

	public function gone(): GoneDocument {
		return new GoneDocument( $this->on->ledger(), $this->on->order_links(), $this->on->clock, $this->on->report() );
	}

	public function final(): FinalDocument {
		return new FinalDocument( $this->on->ledger(), $this->on->order_links(), $this->on->clock, $this->on->report() );
	}

	public function detach(): DetachDocument {
		return new DetachDocument( $this->on->ledger(), $this->on->order_links(), $this->on->report() );
	}
}
