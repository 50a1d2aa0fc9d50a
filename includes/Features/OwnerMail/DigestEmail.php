<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;

/** Once a day, what needs a person. */
final class DigestEmail extends OwnerEmail {

	/**
	 * @param \Closure(): OwnerMessage $example
	 * @param \Closure(): Logger       $logger
	 */
	public function __construct( string $id, string $templates, \Closure $example, \Closure $logger ) {
		$this->title       = __( 'Sellsy: orders that need you', 'orderinvoicer' );
		$this->description =
			__( 'Sent to the shop once a day, only on days on which orders need a person: by cause, with what to do and a link to where it is done. The hour is chosen in Order Invoicer, under E-mails.', 'orderinvoicer' );
		parent::__construct(
			id: $id,
			templates: $templates,
			example: $example,
			logger: $logger
		);
	}
}
