<?php
declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

/** A command of WP-CLI. Its public methods are subcommands, so its name is a constant. */
interface Command {

	/** @var string */
	public const NAME = 'orderinvoicer';
}
