import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { View } from '../api/useResource';
import { formatCount } from '../i18n/format';
import type { Connection } from '../generated/schemas';
import { HelpLink } from './HelpLink';
import { sectionWord, tabWord } from './tabs';
import {
	hrefOf,
	SECTION_NAMES,
	SECTIONS,
	type SectionName,
	sectionOf,
	type Tab,
} from './useRoute';

type HeaderProps = {
	current: Tab;
	connection: View< Connection >;
	/** Orders that need a person; null while that is not known. */
	toDo: number | null;
};

/** Above every page: whose books are written to, and the way to the other pages. */
export function Header( { current, connection, toDo }: HeaderProps ) {
	return (
		<div className="orderinvoicer-header">
			<div className="orderinvoicer-header__state">
				<ConnectionLine connection={ connection } />
				<HelpLink topic={ current } />
			</div>
			{ current === 'setup' ? (
				<WayOut />
			) : (
				<Sections current={ current } toDo={ toDo } />
			) }
		</div>
	);
}

function ConnectionLine( {
	connection: { resource },
}: Pick< HeaderProps, 'connection' > ) {
	if ( resource.status !== 'ready' ) {
		return <span />;
	}
	const { state, account } = resource.data;
	const isConnected = state === 'connected';
	return (
		<a
			href={ hrefOf( 'connection' ) }
			className={ `orderinvoicer-header__connection ${
				isConnected ? 'is-connected' : 'is-not-connected'
			}` }
		>
			{ isConnected ? connectedText( account ) : notConnectedText() }
		</a>
	);
}

const connectedText = ( account: string | null ): string =>
	account
		? sprintf(
				/* translators: %s: name of the company whose books are written to. */
				__( 'Connected to Sellsy: %s', 'orderinvoicer' ),
				account
			)
		: __( 'Connected to Sellsy', 'orderinvoicer' );

const notConnectedText = (): string =>
	__( 'Not connected to Sellsy', 'orderinvoicer' );

/** Links: they can be opened elsewhere, kept and sent. */
function Sections( {
	current,
	toDo,
}: Pick< HeaderProps, 'current' | 'toDo' > ) {
	const section = sectionOf( current );
	const bar = useCurrentInView( current );
	return (
		<nav
			ref={ bar }
			className="orderinvoicer-nav"
			aria-label={ __( 'Order Invoicer', 'orderinvoicer' ) }
		>
			{ SECTION_NAMES.map( ( name ) => (
				<a
					key={ name }
					href={ hrefOf( SECTIONS[ name ][ 0 ] ) }
					className={ name === section ? 'is-current' : undefined }
					aria-current={ currentWord( name, section, current ) }
				>
					{ sectionWord( name ) }
					{ name === 'todo' && toDo !== null && toDo > 0 && (
						<span className="orderinvoicer-nav__count">
							{ ` ${ formatCount( toDo ) }` }
						</span>
					) }
				</a>
			) ) }
		</nav>
	);
}

/** Tabs scroll sideways on a phone: the current one is seen, and the page stays where it is. */
function useCurrentInView( current: Tab ): React.RefObject< HTMLElement > {
	const bar = useRef< HTMLElement >( null );
	useEffect( () => {
		const link = bar.current?.querySelector( '.is-current' );
		if ( bar.current && link ) {
			const all = bar.current.getBoundingClientRect();
			const { left, width } = link.getBoundingClientRect();
			bar.current.scrollLeft +=
				left + width / 2 - all.left - all.width / 2;
		}
	}, [ current ] );
	return bar;
}

/** Inside a section that has several pages, the page itself is the current one. */
function currentWord(
	name: SectionName,
	section: SectionName | null,
	current: Tab
): 'page' | 'true' | undefined {
	if ( name !== section ) {
		return undefined;
	}
	return SECTIONS[ name ][ 0 ] === current ? 'page' : 'true';
}

/** The pages of one section, where it has several. */
type SubpagesProps = {
	current: Tab;
	/** The search of the settings. */
	children: React.ReactNode;
};

export function Subpages( { current, children }: SubpagesProps ) {
	const section = sectionOf( current );
	const tabs: readonly Tab[] = section === null ? [] : SECTIONS[ section ];
	const bar = useCurrentInView( current );
	return section === null || tabs.length < 2 ? null : (
		<div className="orderinvoicer-side">
			{ section === 'settings' && children }
			<nav
				ref={ bar }
				className="orderinvoicer-subnav"
				aria-label={ sectionWord( section ) }
			>
				<ul>
					{ tabs.map( ( tab ) => (
						<li key={ tab }>
							<a
								href={ hrefOf( tab ) }
								className={
									tab === current ? 'is-current' : undefined
								}
								aria-current={
									tab === current ? 'page' : undefined
								}
							>
								{ tabWord( tab ) }
							</a>
						</li>
					) ) }
				</ul>
			</nav>
		</div>
	);
}

/** The set-up leads from step to step: one way leads out of it. */
const WayOut = () => (
	<nav
		className="orderinvoicer-nav"
		aria-label={ __( 'Order Invoicer', 'orderinvoicer' ) }
	>
		<a href={ hrefOf( 'overview' ) }>
			{ __( 'Leave the set-up', 'orderinvoicer' ) }
		</a>
	</nav>
);
