<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Backup\LookAround;
use OrderInvoicer\Domain\Backup\LookBack;
use OrderInvoicer\Domain\Backup\OpenedElsewhere;
use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\RemoteIds\EmptySearch;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\SameOrder\TellApart;

/** What is remembered of Sellsy, and what a restored backup has lost of it. */
final class RemoteIdsModule {

	public readonly EmptySearch $empty_search;
	public readonly RemoteIds $remote_ids;
	public readonly Unrecorded $unrecorded;
	public readonly LookBack $look_back;
	public readonly OpenedElsewhere $opened_elsewhere;
	public readonly LookAround $look_around;
	public readonly TellApart $tell_apart;

	public function __construct( Ports $ports ) {
		$this->empty_search = new EmptySearch( $ports->account_findings(), $ports->clock() );
		$this->remote_ids   = new RemoteIds(
			$ports->account(),
			$ports->remote_id_store(),
			$ports->clock(),
			$ports->randomness(),
			$this->empty_search
		);
		$this->unrecorded = new Unrecorded(
			$this->remote_ids,
			$ports->own_documents(),
			$ports->invoicing(),
			$ports->ledger(),
			$ports->settings(),
			$ports->gaps(),
			$ports->clock()
		);
		$this->tell_apart = new TellApart(
			$ports->stored_orders(),
			$ports->ledger(),
			$ports->order_marks(),
			$ports->clock()
		);
		$this->look_back  = new LookBack(
			$ports->gaps(),
			$ports->documents_since(),
			$this->unrecorded,
			$this->remote_ids,
			$ports->clock()
		);
		$this->opened_elsewhere = $this->opened_elsewhere( $ports );
		$this->look_around      = $this->look_around( $ports );
	}

	private function opened_elsewhere( Ports $ports ): OpenedElsewhere {
		return new OpenedElsewhere(
			ledger: $ports->ledger(),
			gaps: $ports->gaps(),
			clock: $ports->clock(),
			look_back: $this->look_back,
			copy: new SiteCopy( $ports->site(), $ports->pauses(), $ports->clock() )
		);
	}

	private function look_around( Ports $ports ): LookAround {
		return new LookAround(
			look_back: $this->look_back,
			elsewhere: $this->opened_elsewhere,
			unrecorded: $this->unrecorded,
			documents: $ports->documents_since(),
			gaps: $ports->gaps(),
			clock: $ports->clock()
		);
	}
}
