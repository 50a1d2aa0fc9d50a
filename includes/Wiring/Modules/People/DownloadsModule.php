<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules\People;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wiring\Modules\Ports;
use OrderInvoicer\Domain\Downloads\AwaitedInvoice;
use OrderInvoicer\Domain\Downloads\DownloadDocument;
use OrderInvoicer\Domain\Downloads\ShopperDocuments;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;

/** What buyers see of the documents of their orders, and the file itself. */
final class DownloadsModule {

	public readonly ShopperDocuments $shopper_documents;
	public readonly AwaitedInvoice $awaited_invoice;

	private ?DownloadDocument $download_document = null;

	public function __construct( private readonly Ports $ports ) {
		$this->shopper_documents = new ShopperDocuments( $ports->settings(), $ports->ledger(), $ports->report() );
		$this->awaited_invoice   = new AwaitedInvoice( $ports->settings(), $ports->ledger(), new WorkflowSelector() );
	}

	/** Pages that list documents load nothing of Sellsy. */
	public function download_document(): DownloadDocument {
		return $this->download_document ??= new DownloadDocument(
			$this->ports->document_files(),
			$this->ports->download_limit(),
			$this->ports->clock(),
			$this->ports->logger()
		);
	}
}
