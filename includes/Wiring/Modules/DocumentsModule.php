<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Drafts\AcceptedRounding;
use OrderInvoicer\Domain\Drafts\AnotherDocument;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\DocumentWriter;
use OrderInvoicer\Domain\Drafts\EligibilityCheck;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Drafts\TakeDraft;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Watching\StillStands;

/** A document's way to Sellsy, whatever stands on it: whether it is still wanted, sent once, found again, completed. */
final class DocumentsModule {

	public readonly RecentAnswers $recent_answers;
	public readonly TakeDraft $take_draft;
	public readonly EligibilityCheck $eligibility_check;
	public readonly LostDocumentFinder $lost_document_finder;
	public readonly DocumentWriter $document_writer;
	public readonly DocumentCompletion $document_completion;
	public readonly AcceptedRounding $accepted_rounding;
	public readonly AnotherDocument $another_document;
	public readonly StillStands $still_stands;

	public function __construct(
		private readonly Ports $ports,
		private readonly RemoteIdsModule $remote_ids,
		private readonly WatchingModule $watching,
		FollowUpsModule $follow_ups,
		OrderBookModule $order_book,
	) {
		$this->accepted_rounding    = new AcceptedRounding( $remote_ids->remote_ids );
		$this->recent_answers       = new RecentAnswers( $ports->clock() );
		$this->take_draft           = new TakeDraft( $ports->ledger(), $ports->clock(), $ports->randomness() );
		$this->eligibility_check    = new EligibilityCheck(
			$ports->ledger(),
			$ports->order_links(),
			new WorkflowSelector(),
			$ports->clock(),
			$ports->trail(),
			$ports->order_events(),
			$order_book->check_sale
		);
		$this->lost_document_finder = $this->lost_document_finder();
		$this->document_writer      = $this->document_writer();
		$this->still_stands         = new StillStands(
			$ports->invoicing(),
			$this->recent_answers,
			$watching->lost_document
		);
		$this->another_document     = $this->another_document();
		$this->document_completion  = new DocumentCompletion(
			$ports->ledger(),
			$ports->attempts(),
			$ports->order_links(),
			$follow_ups->follow_up_planner,
			$ports->clock(),
			$ports->report(),
			$ports->queue()
		);
	}

	private function another_document(): AnotherDocument {
		return new AnotherDocument(
			$this->ports->ledger(),
			$this->ports->invoicing(),
			$this->document_writer,
			$this->watching->detach_document,
			$this->watching->carry_over,
			$this->ports->queue(),
			$this->ports->clock()
		);
	}

	private function lost_document_finder(): LostDocumentFinder {
		return new LostDocumentFinder(
			$this->ports->invoicing(),
			$this->remote_ids->remote_ids,
			$this->ports->ledger(),
			$this->remote_ids->empty_search,
			$this->ports->shop_code_conflicts(),
			$this->ports->fingerprints()
		);
	}

	private function document_writer(): DocumentWriter {
		return new DocumentWriter(
			$this->lost_document_finder,
			$this->ports->invoicing(),
			$this->ports->ledger(),
			$this->watching->detach_document,
			$this->ports->clock(),
			$this->ports->trail(),
			$this->remote_ids->unrecorded,
			$this->recent_answers
		);
	}
}
