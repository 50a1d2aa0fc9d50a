<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;

/** Temporary PDFs that are still there, although their e-mail has left: they go with WordPress's daily clean-up. */
final class LeftPdfs {

	public const HOOK = 'delete_expired_transients';

	public function __construct( private readonly Logger $logger ) {}

	public function register(): void {
		add_action( self::HOOK, [ $this, 'handle_delete_expired_transients' ] );
	}

	/** @internal */
	public function handle_delete_expired_transients(): void {
		$left = AttachedPdf::remove_old();
		if ( $left > 0 ) {
			$this->logger->error(
				'Temporary files of documents could not be deleted. They stand in folders that begin with'
					. ' orderinvoicer-pdf- where this site keeps temporary files: have them deleted there.',
				[ 'waiting' => $left ]
			);
		}
	}
}
