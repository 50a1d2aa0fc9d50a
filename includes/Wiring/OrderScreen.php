<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Admin\CreditPreviewPart;
use OrderInvoicer\Admin\LivePart;
use OrderInvoicer\Admin\NumberCheck;
use OrderInvoicer\Admin\Obstacle;
use OrderInvoicer\Admin\OrderActions;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderCandidates;
use OrderInvoicer\Admin\OrderQuestions;
use OrderInvoicer\Admin\OrderRow;
use OrderInvoicer\Admin\OrderScreen\LiveScreen;
use OrderInvoicer\Admin\OrderSheet\LinkPart;
use OrderInvoicer\Admin\OrderSheet\LinkRequest;
use OrderInvoicer\Admin\OrderSheet\OutlookPart;
use OrderInvoicer\Admin\OrderSheet\OwnerPdf;
use OrderInvoicer\Admin\OrderSheet\PaidBackPart;
use OrderInvoicer\Admin\OrderSheet\SameClientPart;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Downloads\DownloadDocument;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\ReadOrderSheet;
use OrderInvoicer\Reports\LinkSearch;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Customers\SameClientController;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\Orders\LinkController;
use OrderInvoicer\Rest\Orders\OrderDocumentsController;
use OrderInvoicer\Rest\Payments\PaidBackController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\WooCommerce\Shopper\PdfAnswer;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\DownloadText;
use OrderInvoicer\Wording\FinalText;
use OrderInvoicer\Wording\LinkText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\SameClientText;
use OrderInvoicer\Wording\TaskText;

/** An order's screen: the box, what its buttons do, and the same for programs. */
final class OrderScreen {

	/** What needs it. */
	public const HOOKS = [
		'add_meta_boxes',
		'admin_post_' . OrderActions::ACTION,
		'admin_post_' . LinkRequest::ACTION,
		'admin_post_' . PaidBackPart::ACTION,
		'admin_post_' . SameClientPart::ACTION,
		'admin_post_' . TaskText::PDF,
	];

	public function __construct(
		private readonly string $file,
		private readonly Foundation $on,
		private readonly Engine $engine,
		private readonly Views $views,
		private readonly TaskScreens $tasks,
		private readonly OrderListScreens $lists,
		private readonly Obstacle $obstacle,
	) {}

	/** @return array{OrderActions, OrderBox, LinkRequest, PaidBackPart, SameClientPart, OwnerPdf} */
	public function parts(): array {
		$asks    = new OrderQuestions( $this->on->ledger(), $this->views->final_text(), new ActText() );
		$script  = $this->script();
		$actions = $this->tasks->order_actions( $asks, $script );
		$finals  = $this->views->final_text();
		$link    = new LinkRequest( $this->engine->link_document(), $this->on->logger() );
		$back    = $this->paid_back();
		$same    = $this->same_client( $finals );
		$row     = new OrderRow(
			$this->views->task_text(),
			$actions,
			new OrderCandidates( $this->engine->choose_customer(), $actions, $finals ),
			new RowActs(),
			new ActText(),
			$finals,
			$this->views->sheet_text(),
			$back,
			$this->on->rule_text()
		);
		$box     = new OrderBox(
			$this->sheets(),
			$this->on->settings(),
			$this->on->document_meta,
			new DocumentNames(),
			$row,
			$actions,
			$this->obstacle,
			new NumberCheck(),
			new CreditPreviewPart( $script ),
			$asks,
			new OutlookPart( $this->views->outlook_text(), new DocumentNames() ),
			new LivePart( $script, $this->views->order_sheet(), $asks ),
			$this->link_part( $link ),
			$back,
			$same,
			$this->on->sql()
		);
		return [ $actions, $box, $link, $back, $same, $this->owner_pdf() ];
	}

	private function owner_pdf(): OwnerPdf {
		return new OwnerPdf(
			ledger: $this->on->ledger(),
			download: fn (): DownloadDocument => $this->engine->download_document(),
			answer: new PdfAnswer(),
			text: new DownloadText(),
			logger: $this->on->logger()
		);
	}

	private function paid_back(): PaidBackPart {
		return new PaidBackPart(
			$this->engine->record_paid_back(),
			$this->on->settings(),
			$this->on->ledger(),
			$this->on->clock,
			$this->on->logger()
		);
	}

	private function same_client( FinalText $finals ): SameClientPart {
		return new SameClientPart(
			$this->engine->same_client(),
			new SameClientText( $finals ),
			$this->on->logger()
		);
	}

	private function link_part( LinkRequest $request ): LinkPart {
		return new LinkPart(
			$this->link_search(),
			$request,
			new LinkText( new DocumentNames() ),
			$this->on->pages()
		);
	}

	private function link_search(): LinkSearch {
		return new LinkSearch( $this->engine->find_to_link(), $this->on->pages() );
	}

	/** @return list<BaseController> what the box does, for programs. */
	public function rest( SchemaSet $schemas ): array {
		$access = new OrderAccess( $this->on->ledger() );
		return [
			new OrderDocumentsController(
				schemas: $schemas,
				read: fn ( int $order_id ): OrderSheet =>
					$this->on->sql()->in_one_moment( fn () => $this->sheets()->read( $order_id ) ),
				view: $this->views->order_sheet(),
				access: $access,
				screen: fn ( \WC_Order $order, OrderSheet $sheet ): array =>
					$this->live_screen()->view( $order, $sheet )
			),
			$this->link_controller( $schemas, $access ),
			new PaidBackController(
				schemas: $schemas,
				record: $this->engine->record_paid_back(),
				view: $this->views->task_view(),
				access: $access
			),
			new SameClientController(
				schemas: $schemas,
				same: $this->engine->same_client(),
				texts: new SameClientText( $this->views->final_text() ),
				ledger: $this->on->ledger(),
				access: $access,
				failures: new FailureProblem(),
				problems: $this->views->problems()
			),
		];
	}

	private function live_screen(): LiveScreen {
		return new LiveScreen(
			box: $this->parts()[1],
			pills: $this->views->document_pills(),
			emails: $this->tasks->order_emails(),
			menu: $this->lists->menu(),
			preview: new CreditPreviewPart( $this->script() )
		);
	}

	private function script(): BuiltScript {
		return new BuiltScript( $this->file, 'order-meta-box', 'orderinvoicer-order-box' );
	}

	private function link_controller( SchemaSet $schemas, OrderAccess $access ): LinkController {
		$texts = new LinkText( new DocumentNames() );
		return new LinkController(
			schemas: $schemas,
			search: $this->link_search(),
			find: $this->engine->find_to_link(),
			link: $this->engine->link_document(),
			pages: $this->on->pages(),
			texts: $texts,
			tasks: $this->views->task_view(),
			access: $access,
			failures: new FailureProblem(),
			problems: $this->views->problems()
		);
	}

	private function sheets(): ReadOrderSheet {
		return $this->engine->read_order_sheet();
	}
}
