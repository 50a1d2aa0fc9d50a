<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Watching\DetachDocument;
use OrderInvoicer\Domain\Watching\NoticeFinal;
use OrderInvoicer\Domain\Watching\NoticeGone;

/** What people did with our documents in Sellsy. */
final class Notices {

	public function __construct( private readonly Foundation $on ) {}

	public function gone(): NoticeGone {
		return new NoticeGone( $this->on->ledger(), $this->on->order_links(), $this->on->clock );
	}

	public function final(): NoticeFinal {
		return new NoticeFinal( $this->on->ledger(), $this->on->order_links(), $this->on->clock );
	}

	public function detach(): DetachDocument {
		return new DetachDocument( $this->on->ledger(), $this->on->order_links() );
	}
}
