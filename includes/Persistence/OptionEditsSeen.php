<?php
declare( strict_types=1 );

namespace OrderInvoicer\Persistence;

use OrderInvoicer\Application\Ports\EditsSeen;

defined( 'ABSPATH' ) || exit;

final class OptionEditsSeen implements EditsSeen {

	public const OPTION = 'orderinvoicer_edits_seen_until';

	public function __construct( private readonly FreshOptions $options ) {}

	public function until(): ?\DateTimeImmutable {
		$until = $this->options->get( self::OPTION );
		return ctype_digit( $until ) ? new \DateTimeImmutable( "@$until" ) : null;
	}

	public function keep( \DateTimeImmutable $until ): void {
		$this->options->set( self::OPTION, (string) $until->getTimestamp() );
	}
}
