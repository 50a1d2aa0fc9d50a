<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentBuilder;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Drafts\CheckDocument;
use OrderInvoicer\Domain\Drafts\ChooseRateCategory;
use OrderInvoicer\Domain\Taxes\ReadTaxes;

/** What a document says, and whether Sellsy computes the same. */
final class ContentModule {

	public readonly ReadTaxes $read_taxes;
	public readonly ChooseRateCategory $choose_rate_category;
	public readonly DocumentBuilder $document_builder;
	public readonly CheckDocument $check_document;

	public function __construct( Ports $ports ) {
		$splitter = new RowSplitter( $ports->texts() );

		$this->read_taxes           = new ReadTaxes( $ports->account() );
		$this->choose_rate_category = new ChooseRateCategory( $ports->account() );
		$this->document_builder     = new DocumentBuilder( $ports->texts() );
		$this->check_document       = new CheckDocument(
			$ports->invoicing(),
			new TotalsCheck( $splitter ),
			$splitter,
			$ports->trail()
		);
	}
}
