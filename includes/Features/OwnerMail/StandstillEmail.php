<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;

/** Everything stands still, or goes on again. */
final class StandstillEmail extends OwnerEmail {

	/**
	 * @param \Closure(): OwnerMessage $example
	 * @param \Closure(): Logger       $logger
	 */
	public function __construct( string $id, string $templates, \Closure $example, \Closure $logger ) {
		$this->title       = __( 'Sellsy: everything stands still', 'orderinvoicer' );
		$this->description =
			__( 'Sent to the shop at once when no documents can be made any more, and when work goes on again: access lost, a right missing, a copied site, Sellsy away for an hour. Once per cause, not once per order.', 'orderinvoicer' );
		parent::__construct(
			id: $id,
			templates: $templates,
			example: $example,
			logger: $logger
		);
	}
}
