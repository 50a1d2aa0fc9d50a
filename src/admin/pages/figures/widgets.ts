/**
 * WooCommerce's own cards, chart and tables. They come with our page where it is asked for them, as text that no
 * browser runs (`Features/Figures/ShopWidgets`): only the figures fetch them, and nothing of them is in our scripts.
 * Their npm package brings hundreds of others, so what is used of them is described here, and checked when they are
 * there.
 */
import * as z from 'zod/mini';

const TEMPLATE = 'orderinvoicer-shop-widgets';
const ADDRESS = '?page=orderinvoicer&orderinvoicer_widgets=1';

/** Nobody waits longer for them than for the figures. */
const MOST_MS = 10_000;

export type NumberProps = {
	label: string;
	value: React.ReactNode;
	prevLabel: string;
	prevValue: string;
	/** Percent; undefined where there was nothing before. */
	delta: number | undefined;
	reverseTrend?: boolean;
	href: string;
	hrefType: 'external';
};

type ListProps = {
	label: string;
	children: () => React.ReactNode;
};

/** `date` with the hour, and one entry for each line of the chart. */
type ChartPoint = { date: string } & Record<
	string,
	string | { label: string; value: number }
>;

type ChartProps = {
	data: ChartPoint[];
	title: string;
	chartType: 'bar';
	interval: 'day';
	interactiveLegend: boolean;
	showHeaderControls: boolean;
	isRequesting: boolean;
	valueType: 'number' | 'average';
	tooltipValueFormat: ( value: number ) => string;
	/** Below the days. */
	x2Format: ( date: Date ) => string;
	emptyMessage: string;
};

type Cell = { display: React.ReactNode; value: string | number };

type TableProps = {
	title: string;
	headers: Array< {
		key: string;
		label: string;
		isLeftAligned: boolean;
		isNumeric: boolean;
		required: boolean;
	} >;
	rows: Cell[][];
	rowsPerPage: number;
	totalRows: number;
	showMenu: boolean;
	actions: React.ReactNode;
};

const isComponent = ( value: unknown ): boolean =>
	typeof value === 'function' ||
	( typeof value === 'object' && value !== null && '$$typeof' in value );

const component = < Props >() =>
	z.custom< React.ComponentType< Props > >( isComponent );

const WidgetsSchema = z.object( {
	SummaryList: component< ListProps >(),
	SummaryNumber: component< NumberProps >(),
	Chart: component< ChartProps >(),
	TableCard: component< TableProps >(),
} );

export type Widgets = z.infer< typeof WidgetsSchema >;

const HolderSchema = z.object( { components: WidgetsSchema } );

function present(): Widgets | null {
	const found = z.safeParse( HolderSchema, Reflect.get( window, 'wc' ) );
	return found.success ? found.data.components : null;
}

let loading: Promise< Widgets | null > | null = null;

/** Null: this shop does not have them, or they could not be fetched. */
export function loadWidgets(): Promise< Widgets | null > {
	loading ??= Promise.race( [ fetchAll(), later() ] ).then(
		present,
		() => null
	);
	return loading;
}

const later = () =>
	new Promise< void >( ( resolve ) => setTimeout( resolve, MOST_MS ) );

/** One after the other: each needs those before it. */
async function fetchAll(): Promise< void > {
	if ( present() !== null ) {
		return;
	}
	const response = await fetch( ADDRESS, { credentials: 'same-origin' } );
	const page = new DOMParser().parseFromString(
		await response.text(),
		'text/html'
	);
	const template = page.getElementById( TEMPLATE );
	const parts =
		template instanceof HTMLTemplateElement
			? template.content.children
			: [];
	for ( const part of parts ) {
		await put( part );
	}
}

/** A script that was parsed as text runs only as a new element. */
function put( part: Element ): Promise< void > {
	const element = document.createElement( part.tagName );
	for ( const { name, value } of part.attributes ) {
		element.setAttribute( name, value );
	}
	element.textContent = part.textContent;
	const isAwaited =
		element instanceof HTMLScriptElement && element.src !== '';
	return new Promise( ( resolve, reject ) => {
		element.addEventListener( 'load', () => resolve() );
		element.addEventListener( 'error', () =>
			isAwaited ? reject( new Error( element.id ) ) : resolve()
		);
		document.head.append( element );
		if ( ! isAwaited ) {
			resolve();
		}
	} );
}
