<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Drafts\ChooseParent;
use OrderInvoicer\Domain\Drafts\CreateDocument;
use OrderInvoicer\Domain\Drafts\CreditBefore;
use OrderInvoicer\Domain\Drafts\DocumentAssembler;
use OrderInvoicer\Domain\Drafts\DocumentDrafter;
use OrderInvoicer\Domain\Drafts\DocumentMaker;
use OrderInvoicer\Domain\Drafts\DraftUpdater;

/** From an order to its document: put together, created, kept up to date while it is a draft. */
final class DraftsModule {

	public readonly DocumentAssembler $document_assembler;
	public readonly DraftUpdater $draft_updater;
	public readonly CreateDocument $create_document;

	private readonly DocumentDrafter $document_drafter;

	public function __construct(
		private readonly Ports $ports,
		private readonly OrderBookModule $order_book,
		private readonly CustomersModule $customers,
		private readonly DocumentsModule $documents,
		ContentModule $content,
		ItemsModule $items,
	) {
		$this->document_assembler = new DocumentAssembler(
			$content->read_taxes,
			$content->choose_rate_category,
			$items->resolve_items,
			$content->document_builder,
			$content->check_document,
			$ports->clock(),
			$ports->trail(),
			$documents->accepted_rounding
		);
		$this->document_drafter   = new DocumentDrafter(
			$this->choose_parent(),
			$customers->resolve_customer,
			$this->document_assembler
		);
		$this->draft_updater      = $this->draft_updater();
		$this->create_document    = $this->create_document();
	}

	private function choose_parent(): ChooseParent {
		return new ChooseParent(
			$this->ports->ledger(),
			$this->ports->clock(),
			$this->documents->lost_document_finder,
			$this->ports->order_links()
		);
	}

	private function draft_updater(): DraftUpdater {
		return new DraftUpdater(
			$this->ports->invoicing(),
			$this->ports->ledger(),
			$this->ports->settings(),
			$this->order_book->billable_order,
			$this->document_drafter,
			$this->customers->keep_customer,
			$this->documents->document_writer,
			$this->documents->document_completion,
			$this->ports->texts()
		);
	}

	private function create_document(): CreateDocument {
		return new CreateDocument(
			$this->order_book->orders,
			$this->ports->settings(),
			$this->documents->eligibility_check,
			new CreditBefore( $this->ports->ledger(), $this->ports->clock() ),
			$this->documents->another_document,
			$this->order_book->billable_order,
			new DocumentMaker(
				$this->customers->resolve_customer,
				$this->document_drafter,
				$this->documents->document_writer,
				$this->customers->prove_buyer,
				$this->documents->recent_answers
			),
			$this->documents->document_writer,
			$this->draft_updater,
			$this->documents->document_completion,
			$this->ports->observations()
		);
	}
}
